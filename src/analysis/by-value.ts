/** Tables by value. A run has hundreds of thousands of values, and a Map of them takes several times as long. */
import type { Value } from './step.ts';

/** Gives the values of one run their positions in its tables, each as it is first met. */
export interface Numbering {
  count: number;
}

/** As a Map of values, all of one run. */
export class ByValue<T extends object | number | string> {
  private readonly numbering: Numbering;
  private readonly items: (T | undefined)[];

  constructor(numbering: Numbering) {
    this.numbering = numbering;
    this.items = new Array<T | undefined>(numbering.count);
  }

  get(value: Value): T | undefined {
    return value.position < 0 ? undefined : this.items[value.position];
  }

  has(value: Value): boolean {
    return this.get(value) !== undefined;
  }

  set(value: Value, item: T): void {
    if (value.position < 0) value.position = this.numbering.count++;
    this.items[value.position] = item;
  }
}

/** What can be looked up in such a table. */
export type ReadonlyByValue<T extends object | number | string> = Pick<ByValue<T>, 'get' | 'has'>;
