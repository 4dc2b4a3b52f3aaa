import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  isKnown,
  isUnknown,
  product
} from "./chunk-XNNL2VAW.js";

// src/operators/operator.ts
var Undetermined = class extends Error {
  why;
  constructor(why) {
    super(why);
    this.why = why;
  }
};
var Mismatch = class extends Error {
};
var Operand = class {
  /** The tensor's name in the graph; for messages. */
  name;
  fact;
  constructor(name, fact) {
    this.name = name;
    this.fact = fact;
  }
  get dtype() {
    return this.fact.kind === "tensor" ? this.fact.dtype : null;
  }
  /** Extents; ends the rule when the rank is unknown. */
  get shape() {
    if (this.fact.kind !== "tensor") throw new Undetermined(`\`${this.name}\` is not a tensor`);
    if (isUnknown(this.fact.shape)) throw new Undetermined(this.fact.shape.why);
    return this.fact.shape;
  }
  get rank() {
    return this.shape.length;
  }
  /** The extent at `axis`, negative from the end; ends the rule when there is no such axis. */
  dim(axis) {
    const d = this.shape.at(axis);
    if (d === void 0) throw new Mismatch(`\`${this.name}\` has ${this.rank} axes; axis ${axis} is asked for`);
    return d;
  }
  /** The elements, when known. */
  get value() {
    return this.fact.kind === "tensor" ? this.fact.value : void 0;
  }
  /** The elements as extents, which may be symbolic; ends the rule when the value is not known. */
  dims() {
    return this.known().map((x) => {
      if (typeof x === "string" || typeof x === "number") throw new Mismatch(`\`${this.name}\` should hold integers`);
      return x;
    });
  }
  /** The elements as plain integers; ends the rule when one is not known. */
  ints() {
    return this.dims().map((x) => {
      if (!isKnown(x)) throw new Undetermined(isUnknown(x) ? x.why : `the value of \`${this.name}\` is symbolic`);
      return x;
    });
  }
  /** The elements as floating-point numbers; ends the rule when one is not known. */
  floats() {
    return this.known().map((x) => {
      if (typeof x === "number") return x;
      if (typeof x === "bigint") return Number(x);
      throw new Undetermined(`the value of \`${this.name}\` is not a known number`);
    });
  }
  known() {
    const { value } = this;
    if (value === void 0) throw new Undetermined(`the value of \`${this.name}\` decides, and it is not a constant`);
    return value;
  }
};
var free = "free";
function reader(kind) {
  return ((fallback) => ({ kind, required: false, ...fallback !== void 0 && { fallback } }));
}
var int = reader("int");
var float = reader("float");
var string = reader("string");
var ints = reader("ints");
var floats = reader("floats");
var strings = reader("strings");
var tensor = reader("tensor");
var graph = reader("graph");
var type = reader("type");
function required(spec) {
  return { ...spec, required: true };
}
function operator(entry) {
  return {
    ...entry,
    domain: entry.domain ?? "",
    inputs: entry.inputs.map(slot),
    outputs: entry.outputs.map(slot),
    attributes: entry.attributes ?? {},
    roles: entry.roles ?? {},
    reads: entry.reads ?? {},
    logicalElements: entry.logicalElements ?? {}
    // The names were checked against the rules above; from here on they are plain strings.
  };
}
function slot(name) {
  const variadic = name.startsWith("...");
  const optional = name.endsWith("?");
  return { name: name.slice(variadic ? 3 : 0, optional ? -1 : void 0), optional, variadic };
}

// src/conventions/node.ts
var Node = class {
  facts;
  constructor(facts) {
    this.facts = facts;
  }
  get op() {
    return this.facts.op;
  }
  has(input) {
    return this.facts.inputs[input] !== void 0;
  }
  input(i) {
    const operand = this.facts.inputs[i];
    if (operand === void 0) throw new Mismatch(`\`${this.facts.label}\` has no input ${i}`);
    return operand;
  }
  output(i = 0) {
    const operand = this.facts.outputs[i];
    if (operand === void 0) throw new Mismatch(`\`${this.facts.label}\` has no output ${i}`);
    return operand;
  }
  /** Elements of an input. */
  size(i = 0) {
    return product(this.input(i).shape);
  }
  /** Elements of the first output. */
  get out() {
    return product(this.output().shape);
  }
  int(name, fallback) {
    const value = this.facts.attribute(name);
    return typeof value === "bigint" ? value : fallback;
  }
  /** Empty where the attribute is not there. */
  ints(name) {
    const value = this.facts.attribute(name);
    return Array.isArray(value) ? value.flatMap((x) => typeof x === "bigint" ? [x] : []) : [];
  }
  text(name, fallback) {
    const value = this.facts.attribute(name);
    return typeof value === "string" ? value : fallback;
  }
  /** The one element of a constant input, as a number. */
  scalar(input) {
    const value = this.facts.inputs[input]?.value?.[0];
    return typeof value === "number" || typeof value === "bigint" ? Number(value) : void 0;
  }
  isConstant(input) {
    return this.has(input) && this.facts.isConstant(input);
  }
  maker(input) {
    return this.facts.maker(input);
  }
  /** Multiply-accumulates by Flopgate's own rule. */
  get ownMacs() {
    return this.facts.work().macs;
  }
};
function refuse(why) {
  throw new Undetermined(why);
}
function plainAttribute(attribute) {
  return attribute !== void 0 && "value" in attribute ? attribute.value : void 0;
}

export {
  Undetermined,
  Mismatch,
  Operand,
  free,
  int,
  float,
  string,
  ints,
  floats,
  strings,
  tensor,
  graph,
  type,
  required,
  operator,
  Node,
  refuse,
  plainAttribute
};
