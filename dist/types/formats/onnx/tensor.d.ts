import type { Tensor } from '../../model/model.ts';
import type { Lowering } from './findings.ts';
import type { SparseTensorProto, TensorProto } from './messages.ts';
/** `where` names the tensor in messages. */
export declare function lowerTensor(lowering: Lowering, proto: TensorProto, where: string): Tensor;
/** The dense tensor it stands for; `byteLength` is what is stored, values and indices. */
export declare function lowerSparse(lowering: Lowering, proto: SparseTensorProto, where: string): Tensor;
