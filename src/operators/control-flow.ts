/**
 * Operators that run graphs they hold. The rules here only name inputs, outputs and attributes; what the bodies give
 * and cost, `analysis/control.ts` knows.
 */
import { free, graph, int, ints, type Operator, operator, required } from './operator.ts';

export const controlFlow: readonly Operator[] = [
  operator({
    name: 'If',
    revisions: [1, 11, 13, 16, 19, 21, 23, 24, 25],
    source: 'https://onnx.ai/onnx/operators/onnx__If.html',
    doc: 'Runs one of two graphs, as the condition says. Where the condition is not known, the branch with more MACs counts, and a problem says so; shapes that differ between the branches are unknown.',
    inputs: ['cond'],
    outputs: ['...outputs'],
    attributes: { then_branch: required(graph()), else_branch: required(graph()) },
    shape: () => ({ outputs: [] }),
    work: free,
    roles: { cond: 'constant' },
    control: 'if',
    examples: [
      {
        title: 'both branches give the same shape',
        given: { cond: { shape: [], dtype: 'bool' } },
        gives: { outputs: [{ shape: ['n', 8] }] },
      },
    ],
  }),
  operator({
    name: 'Loop',
    revisions: [1, 11, 13, 16, 19, 21, 23, 24, 25],
    source: 'https://onnx.ai/onnx/operators/onnx__Loop.html',
    doc: 'Runs a graph up to M times while its condition holds, carrying values from trip to trip and stacking the rest: cost of the body × trips, trips × extents for what is stacked; exact also where extents change from trip to trip. Trips that only the data tells are a symbol.',
    inputs: ['M?', 'cond?', '...v_initial'],
    outputs: ['...v_final_and_scan_outputs'],
    attributes: { body: required(graph()) },
    shape: () => ({ v_final_and_scan_outputs: [] }),
    work: free,
    roles: { M: 'constant', cond: 'constant' },
    control: 'loop',
    examples: [
      {
        title: 'six trips: a carried state, and one row a trip stacked',
        given: { M: { shape: [], dtype: 'int64', value: [6] }, v_initial: [{ shape: [1, 16] }] },
        gives: { v_final_and_scan_outputs: [{ shape: [1, 16] }, { shape: [6, 1, 16] }] },
      },
    ],
  }),
  operator({
    name: 'Scan',
    revisions: [8],
    source: 'https://onnx.ai/onnx/operators/onnx__Scan.html',
    doc: 'Runs a graph once for each position of the scanned inputs, within each element of a batch: cost of the body × positions × batch.',
    inputs: ['sequence_lens?', '...initial_state_and_scan_inputs'],
    outputs: ['...final_state_and_scan_outputs'],
    attributes: { body: required(graph()), num_scan_inputs: required(int()), directions: ints() },
    shape: () => ({ final_state_and_scan_outputs: [] }),
    work: free,
    roles: { sequence_lens: 'constant' },
    control: 'scan',
    examples: [
      {
        title: 'a state, and a sequence of t vectors',
        given: { initial_state_and_scan_inputs: [{ shape: ['b', 8] }, { shape: ['b', 't', 4] }] },
        gives: { final_state_and_scan_outputs: [{ shape: ['b', 8] }, { shape: ['b', 't', 8] }] },
      },
    ],
  }),
  operator({
    name: 'Scan',
    revisions: [9, 11, 16, 19, 21, 23, 24, 25],
    source: 'https://onnx.ai/onnx/operators/onnx__Scan.html',
    doc: 'Runs a graph once for each position of the scanned inputs along their axes: cost of the body × positions.',
    inputs: ['...initial_state_and_scan_inputs'],
    outputs: ['...final_state_and_scan_outputs'],
    attributes: {
      body: required(graph()),
      num_scan_inputs: required(int()),
      scan_input_axes: ints(),
      scan_input_directions: ints(),
      scan_output_axes: ints(),
      scan_output_directions: ints(),
    },
    shape: () => ({ final_state_and_scan_outputs: [] }),
    work: free,
    control: 'scan',
    examples: [
      {
        title: 'a state, and a sequence of t vectors',
        given: { initial_state_and_scan_inputs: [{ shape: [8] }, { shape: ['t', 4] }] },
        gives: { final_state_and_scan_outputs: [{ shape: [8] }, { shape: ['t', 8] }] },
      },
    ],
  }),
  operator({
    name: 'SequenceMap',
    revisions: [17],
    source: 'https://onnx.ai/onnx/operators/onnx__SequenceMap.html',
    doc: 'Runs a graph on every item of a sequence: cost of the body × items. Items of different shapes are counted one by one, up to 64 of them; a length that is not known is a symbol.',
    inputs: ['input_sequence', '...additional_inputs'],
    outputs: ['...out_sequence'],
    attributes: { body: required(graph()) },
    shape: () => ({ out_sequence: [] }),
    work: free,
    control: 'map',
    examples: [
      {
        title: 'two images of one size',
        given: {
          input_sequence: {
            sequence: [
              [3, 8, 8],
              [3, 8, 8],
            ],
          },
        },
        gives: { out_sequence: [{ sequence: [[3], [3]] }] },
      },
    ],
  }),
];
