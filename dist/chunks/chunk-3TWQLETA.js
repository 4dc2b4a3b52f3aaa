import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  isFloat
} from "./chunk-PTBSFD6O.js";
import {
  isKnown,
  sizeOf
} from "./chunk-XNNL2VAW.js";

// src/analysis/by-value.ts
var ByValue = class {
  numbering;
  items;
  constructor(numbering) {
    this.numbering = numbering;
    this.items = new Array(numbering.count);
  }
  get(value) {
    return value.position < 0 ? void 0 : this.items[value.position];
  }
  has(value) {
    return this.get(value) !== void 0;
  }
  set(value, item) {
    if (value.position < 0) value.position = this.numbering.count++;
    this.items[value.position] = item;
  }
};

// src/analysis/unpacked.ts
function isPacked(dtype) {
  return dtype !== null && packed.has(dtype);
}
var packed = /* @__PURE__ */ new Set(["int8", "uint8", "int4", "uint4", "int2", "uint2"]);
var arithmetic = /* @__PURE__ */ new Set(["Sub", "Mul", "Div", "Add"]);
var movements = /* @__PURE__ */ new Set(["Reshape", "Transpose", "Identity", "Cast", "Squeeze", "Unsqueeze"]);
function unpackedIn(steps) {
  const found = /* @__PURE__ */ new Set();
  const visit = (list) => {
    for (const step of list) {
      if ("bodies" in step.does) for (const body of step.does.bodies) visit(body.steps);
      const [first, scale] = step.outputs;
      if (step.node.op === "DynamicQuantizeLinear" && scale !== void 0) found.add(scale);
      if (first?.constant !== true) continue;
      if (first.alias !== void 0 && has(found, first.alias)) found.add(first);
      else if (step.does.kind === "compute" && makesReals(step, first, found)) found.add(first);
    }
  };
  visit(steps);
  return found;
}
function makesReals({ node, inputs }, made, found) {
  if (node.domain !== "") return false;
  const [first] = inputs;
  if (node.op === "Cast" && isPacked(first?.dtype ?? null)) return isReal(made);
  if (movements.has(node.op)) return has(found, first) && isReal(made);
  return arithmetic.has(node.op) && inputs.some((v) => has(found, v));
}
function quantizes(input, { node, inputs, outputs }, found) {
  const [made] = outputs;
  if (found.size === 0 || node.domain !== "" || !arithmetic.has(node.op)) return false;
  if (made?.constant !== true) return node.op === "Mul" && inputs.some((v) => v !== input && has(found, v));
  const whole = countOf(made);
  const count = countOf(input);
  if (whole === void 0 || count === void 0 || count >= whole) return false;
  return inputs.some((v) => v !== void 0 && has(found, v) && countOf(v) === whole);
}
function has(found, value) {
  for (let v = value; v !== void 0; v = v.alias) if (found.has(v)) return true;
  return false;
}
function isReal({ dtype }) {
  return dtype !== null && isFloat(dtype);
}
function countOf({ fact }) {
  const count = fact.kind === "tensor" ? sizeOf(fact.shape) : void 0;
  return count !== void 0 && isKnown(count) ? count : void 0;
}

// src/analysis/roles.ts
var strength = {
  weight: 4,
  operand: 3,
  statistic: 2,
  quantization: 1,
  constant: 0
};
function usesOf(steps, outputs, entries, numbering) {
  const pass = new BackwardPass(entries, unpackedIn(steps), numbering);
  for (const value of outputs) pass.use(value, { purpose: "operand" });
  pass.run(steps);
  return pass.uses;
}
var BackwardPass = class {
  uses;
  entries = /* @__PURE__ */ new Map();
  unpacked;
  constructor(entries, unpacked, numbering) {
    this.uses = new ByValue(numbering);
    this.unpacked = unpacked;
    for (const entry of entries) this.entries.set(entry.step, entry);
  }
  use(value, use) {
    if (value === void 0) return;
    const before = this.uses.get(value);
    if (before === void 0 || comesFirst(use, before)) this.uses.set(value, use);
  }
  /** Recursion is over nesting only. */
  run(steps) {
    for (let i = steps.length - 1; i >= 0; i--) {
      const step = steps[i];
      const entry = step === void 0 ? void 0 : this.entries.get(step);
      if (step === void 0 || entry === void 0) continue;
      if (!step.outputs.some((v) => v !== void 0 && this.uses.has(v))) continue;
      if (step.does.kind === "compute") this.compute(step, step.does.operator, entry);
      else if (step.does.kind === "unknown")
        step.inputs.forEach((v, input) => {
          this.use(v, { purpose: "operand", entry, input });
        });
      else this.owner(step, step.does.kind, step.does.bodies, entry);
    }
  }
  compute(step, operator, entry) {
    const [first] = step.outputs;
    const onward = first === void 0 ? void 0 : this.uses.get(first);
    step.inputs.forEach((value, input) => {
      const role = roleAt(operator, input);
      if (value === void 0) return;
      if (quantizes(value, step, this.unpacked)) this.use(value, { purpose: "quantization", entry, input });
      else if (role === "operand" && isQuantizedOperand(operator, value))
        this.use(value, { purpose: "weight", entry, input });
      else if (role !== "carried" || first === void 0) this.use(value, { purpose: purposeOf(role), entry, input });
      else {
        const dequantizes = Object.values(operator.roles).includes("quantization");
        const purpose = carriedPurpose(
          value,
          first,
          onward?.purpose ?? "operand",
          dequantizes || unpacks(value, first)
        );
        this.use(value, first.constant ? { entry, input, ...onward, purpose } : { entry, input, purpose });
      }
    });
  }
  owner(step, kind, bodies, entry) {
    const constant = (input) => ({ purpose: "constant", entry, input });
    for (const body of bodies) {
      if (body.never === true) continue;
      this.results(step, kind, body, constant(0));
      this.run(body.steps);
      for (const { value, from } of body.formals)
        this.use(from, this.uses.get(value) ?? constant(from === void 0 ? 0 : step.inputs.indexOf(from)));
      for (const { value, sliceOf } of body.formals) {
        const use = this.uses.get(value);
        if (use !== void 0) this.use(sliceOf, use);
      }
    }
    if (kind === "if") this.use(step.inputs[0], constant(0));
    if (kind === "loop" || kind === "scan")
      step.inputs.forEach((v, input) => {
        if (v !== void 0 && !this.uses.has(v)) this.use(v, constant(input));
      });
  }
  /** A function and an If give the results that are used; a loop needs all its body makes. */
  results(step, kind, body, constant) {
    const lead = kind === "loop" ? 1 : 0;
    body.results.forEach((result, i) => {
      const output = step.outputs[i - lead];
      const use = output === void 0 ? void 0 : this.uses.get(output);
      if (use !== void 0) this.use(result, use);
      else if (kind === "loop" || kind === "scan") this.use(result, constant);
    });
  }
};
function purposeOf(role) {
  return role === "carried" ? "operand" : role;
}
function isQuantizedOperand(operator, value) {
  return isPacked(value.dtype) && countOf2(value) !== 1n && Object.values(operator.roles).includes("quantization");
}
function carriedPurpose(value, result, onward, dequantizes) {
  if (countOf2(value) === 1n && countOf2(result) !== 1n) return "constant";
  if (onward === "operand" && dequantizes && many(result)) return "weight";
  return onward === "constant" && !result.constant ? "operand" : onward;
}
function unpacks(value, result) {
  const { dtype } = result;
  return isPacked(value.dtype) && dtype !== null && isFloat(dtype);
}
function countOf2({ fact }) {
  return fact.kind === "tensor" ? sizeOf(fact.shape) : void 0;
}
function comesFirst(a, b) {
  if (strength[a.purpose] !== strength[b.purpose]) return strength[a.purpose] > strength[b.purpose];
  if (a.entry === void 0 || b.entry === void 0) return b.entry === void 0 && a.entry !== void 0;
  return a.entry.id < b.entry.id || a.entry.id === b.entry.id && (a.input ?? 0) < (b.input ?? 0);
}
function slotAt(operator, input) {
  return operator.inputs[input] ?? (operator.inputs.at(-1)?.variadic === true ? operator.inputs.at(-1) : void 0);
}
function roleAt(operator, input) {
  return operator.roles[slotAt(operator, input)?.name ?? ""] ?? "operand";
}
function many(value) {
  const count = countOf2(value);
  return count !== void 0 && looksTrained(value.dtype, isKnown(count) ? count : 2n);
}
function looksTrained(dtype, count) {
  return dtype !== null && isFloat(dtype) && count > 1n;
}

export {
  ByValue,
  isPacked,
  usesOf,
  slotAt,
  roleAt,
  looksTrained
};
