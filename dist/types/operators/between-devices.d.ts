import { type Operator } from './operator.ts';
export declare const betweenDevices: () => readonly Operator[];
