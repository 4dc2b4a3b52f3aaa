/** Graphs that a node holds, walked in the scope around them. */
import type { Graph, Node } from '../model/model.ts';
import { type Body, type Formal, type Scope, type Walker } from './step.ts';
export declare function graphOf(node: Node, name: string): Graph;
/** One walk of a body. */
export declare function walkBody(graph: Graph, name: string, formals: readonly Formal[], node: Node, scope: Scope, walker: Walker): Pick<Body, 'name' | 'steps' | 'formals' | 'results'>;
