/**
 * Text generation as one operator: it runs the encoder and the decoder it holds until the data ends it. Those graphs
 * are not followed, so what it costs, weights included, is unknown, and said to be.
 */
import { type Dim, unknown } from '../model/dim.ts';
import { contribPage } from './activation.ts';
import { assertRank } from './formulas.ts';
import { float, graph, int, type Operand, type Operator, operator, required, type Work } from './operator.ts';

const shared = {
  decoder: graph(),
  decoder_start_token_id: int(-1n),
  encoder: graph(),
  eos_token_id: required(int()),
  init_decoder: graph(),
  model_type: int(0n),
  no_repeat_ngram_size: int(0n),
  pad_token_id: required(int()),
  vocab_size: int(-1n),
};

const sampling = {
  custom: int(0n),
  filter_value: float(),
  min_tokens_to_keep: int(0n),
  presence_penalty: float(0),
  temperature: float(1),
  top_p: float(0),
};

/** What a length is, where it is stored in the file. */
function said(x: Operand): Dim {
  const [n] = x.value === undefined ? [] : x.dims();
  return n ?? unknown(`the value of \`${x.name}\` decides, and it is not a constant`);
}

function unfollowed(label: string): Work {
  const why = unknown(`\`${label}\` runs graphs of its own, as often as the data decides`);
  return { macs: why, other: why };
}

const settings = [
  'min_length?',
  'repetition_penalty?',
  'vocab_mask?',
  'prefix_vocab_mask?',
  'attention_mask?',
] as const;

const ids = { shape: ['b', 's'], dtype: 'int32' } as const;
const count = (n: number) => ({ shape: [1], dtype: 'int32', value: [n] }) as const;

const searchDoc =
  'The graphs it runs are not followed: the work is unknown, and so are the parameters and bytes of the weights they use.';

export const generation: readonly Operator[] = [
  ...(['GreedySearch', 'Sampling'] as const).map((name) =>
    operator({
      name,
      domain: 'com.microsoft',
      revisions: [1],
      source: contribPage(name),
      doc: `Generates text, one token after another. ${searchDoc}`,
      inputs: ['input_ids', 'max_length', ...settings, 'presence_mask?', 'seed?'],
      outputs: ['sequences', 'filtered_logits?'],
      attributes: { ...shared, ...sampling },
      dtype: { filtered_logits: 'float32' },
      shape: ({ input_ids, max_length }, a) => {
        assertRank(input_ids, 2);
        const words = a.vocab_size > 0n ? a.vocab_size : unknown('the decoder decides how many words there are');
        return { sequences: [input_ids.dim(0), said(max_length)], filtered_logits: [input_ids.dim(0), words] };
      },
      work: (_, __, ___, call) => unfollowed(call.label),
      roles: { max_length: 'constant', vocab_mask: 'constant', prefix_vocab_mask: 'constant' },
      examples: [
        {
          given: { input_ids: ids, max_length: count(20) },
          attributes: { eos_token_id: 2, pad_token_id: 0, vocab_size: 100 },
          gives: { sequences: { shape: ['b', 20], dtype: 'int32' }, filtered_logits: ['b', 100] },
          macs: '?',
          other: '?',
        },
      ],
    }),
  ),
  ...(['BeamSearch', 'WhisperBeamSearch'] as const).map((name) =>
    operator({
      name,
      domain: 'com.microsoft',
      revisions: [1],
      source: contribPage(name),
      doc: `Generates text along several beams. ${searchDoc}`,
      inputs: [
        'input_ids',
        'max_length',
        'min_length?',
        'num_beams',
        'num_return_sequences',
        'length_penalty?',
        'repetition_penalty?',
        'vocab_mask?',
        'prefix_vocab_mask?',
        'attention_mask?',
        'decoder_input_ids?',
        'logits_processor?',
        'cross_qk_layer_head?',
        'extra_decoding_ids?',
        'temperature?',
      ],
      outputs: ['sequences', 'sequences_scores?', 'scores?', 'cross_qk?', 'non_speech_probs?'],
      attributes: {
        ...shared,
        beginning_timestamp_token_id: int(),
        decoder_output_cross_qk: int(),
        early_stopping: int(0n),
        no_speech_token_id: int(),
        no_timestamps_token_id: int(),
        start_of_lm_token_id: int(),
        transcribe_token_id: int(),
        translate_token_id: int(),
      },
      dtype: {
        sequences: 'int32',
        sequences_scores: 'float32',
        scores: 'float32',
        cross_qk: 'float32',
        non_speech_probs: 'float32',
      },
      shape: ({ input_ids, max_length, num_return_sequences }) => {
        const batch = input_ids.dim(0);
        const returned = said(num_return_sequences);
        const open = unknown('the data decides how many tokens are generated');
        return {
          sequences: [batch, returned, said(max_length)],
          sequences_scores: [batch, returned],
          scores: open,
          cross_qk: open,
          non_speech_probs: [batch],
        };
      },
      work: (_, __, ___, call) => unfollowed(call.label),
      roles: { max_length: 'constant', num_beams: 'constant', num_return_sequences: 'constant' },
      examples: [
        {
          given: { input_ids: ids, max_length: count(20), num_beams: count(4), num_return_sequences: count(1) },
          attributes: { eos_token_id: 2, pad_token_id: 0 },
          gives: { sequences: { shape: ['b', 1, 20], dtype: 'int32' }, sequences_scores: ['b', 1] },
          macs: '?',
          other: '?',
        },
      ],
    }),
  ),
];
