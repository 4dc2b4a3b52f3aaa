/**
 * Which module of the source network each layer comes from, `layer1.0.conv1`, as far as names and metadata tell. One
 * rule for each habit of an exporter, the surest first; a layer no rule speaks for has no path.
 */
import type { Model } from '../model/model.ts';
import type { Entry } from './entries.ts';

/** One path for each entry; empty where nothing tells. */
export function modulesOf(model: Model, entries: readonly Entry[]): readonly string[] {
  const readers = new Map<string, number>();
  for (const { step } of entries)
    for (const name of step.node.inputs) if (name.includes('.')) readers.set(name, (readers.get(name) ?? 0) + 1);
  const aliases = new Set(entries.flatMap(({ step }) => (step.node.op === 'Identity' ? step.node.outputs : [])));
  const isParameter = (name: string): boolean =>
    readers.get(name) === 1 && (model.graph.tensors.has(name) || aliases.has(name));
  const paths: string[] = [];
  for (const { step, owner } of entries) {
    const { node } = step;
    const own =
      fromParameter(node.op === 'Identity' ? node.outputs : node.inputs, isParameter) ||
      fromScopes(node.metadata.get('pkg.torch.onnx.name_scopes'), node.op) ||
      fromNodePath(node.name, node.op) ||
      fromNodePath(node.outputs[0] ?? '', node.op);
    paths.push(own === '' && owner !== undefined ? (paths[owner.id] ?? '') : own);
  }
  return paths;
}

/**
 * `layer1.0.conv1.weight` read by this node alone. Exporters merge parameters of equal content, so that a name with
 * several readers may be another module's; TorchScript then leaves an Identity whose output bears the true name.
 */
function fromParameter(names: readonly string[], isParameter: (name: string) => boolean): string {
  for (const name of names) {
    const cut = name.lastIndexOf('.');
    if (cut > 0 && /^[\w.-]+$/.test(name) && isParameter(name)) return name.slice(0, cut);
  }
  return '';
}

/**
 * The dynamo exporter's list of scopes around an operation, the operation itself last. A convolution into which a
 * batch norm was folded bears the norm's scope: its own module is not told, only the one around both.
 */
function fromScopes(text: string | undefined, op: string): string {
  if (text === undefined) return '';
  const scopes = [...text.matchAll(/'([^']*)'|"([^"]*)"/g)].map((m) => m[1] ?? m[2] ?? '');
  const operation = scopes.at(-1) ?? '';
  const path = scopes.at(-2) ?? '';
  if (path.startsWith('_empty_nn_module_stack')) return '';
  const folded = /batch_norm/.test(operation) && /^(Conv|ConvTranspose|Gemm|MatMul)$/.test(op);
  return folded ? path.slice(0, Math.max(0, path.lastIndexOf('.'))) : path;
}

/**
 * TorchScript and TensorFlow write the modules into the node's name: `/layer1/layer1.0/conv1/Conv` is
 * `layer1.0.conv1`. A part that repeats the one before it with a suffix replaces it.
 */
function fromNodePath(name: string, op: string): string {
  const parts = name.split('/').filter((part) => part !== '');
  const last = parts.pop();
  if (last === undefined || parts.length === 0 || !last.toLowerCase().startsWith(op.toLowerCase().slice(0, 4)))
    return '';
  const path: string[] = [];
  for (const part of parts) {
    const before = path.at(-1);
    if (before !== undefined && part.startsWith(`${before}.`)) path.pop();
    path.push(part);
  }
  return path.join('.');
}
