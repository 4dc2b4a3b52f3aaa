import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);

// src/budget/patterns.ts
var BadPattern = class extends Error {
  reason;
  constructor(reason) {
    super(reason);
    this.reason = reason;
  }
};
var maxLength = 256;
var maxAlternatives = 64;
function pathPattern(text) {
  if (text.startsWith("/")) throw new BadPattern("it starts with `/`; paths start at the root of the repository");
  if (text.split("/").some((s) => s === "." || s === "..")) throw new BadPattern("`.` and `..` are not used in it");
  return compile(text, "/");
}
function layerPattern(text) {
  if (text.startsWith("op:")) {
    const operator = compile(text.slice(3), "\0");
    return ({ op, domain }) => operator.matches(op) || operator.matches(`${domain}.${op}`);
  }
  const separator = text.includes("/") ? "/" : ".";
  const pattern = compile(text, separator);
  return ({ module, name }) => module !== "" && pattern.matches(module) || pattern.matches(name);
}
function compareSpecificity(a, b) {
  const [x, y] = [specificity(a), specificity(b)];
  return x.literalName - y.literalName || y.globstars - x.globstars || x.literals - y.literals;
}
function specificity(text) {
  const segments = text.split("/");
  const wild = /[*?[\]{}]/;
  return {
    literalName: wild.test(segments.at(-1) ?? "") ? 0 : 1,
    globstars: segments.filter((s) => s === "**").length,
    literals: text.replace(/[*?]|\[[^\]]*\]|\{[^}]*\}/g, "").length
  };
}
function compile(text, separator) {
  if (text === "") throw new BadPattern("it is empty");
  if (text.length > maxLength) throw new BadPattern(`it has ${text.length} characters; ${maxLength} is the most`);
  if (/[\u0000-\u001f\u007f]/.test(text)) throw new BadPattern("it holds a control character");
  if (text.startsWith("!")) throw new BadPattern("a pattern cannot be negated with `!`");
  if (/(?<!\\)[@!+*?]\(/.test(text)) throw new BadPattern("extended globs such as `+(a)` are not used");
  const alternatives = expandBraces(text).map((alternative) => segmentsOf(alternative, separator));
  return {
    text,
    matches: (subject) => alternatives.some((segments) => matchSegments(segments, subject.split(separator)))
  };
}
function expandBraces(text) {
  let done = [""];
  let at = 0;
  while (at < text.length) {
    const char = text.charAt(at);
    if (char === "}") throw new BadPattern("`}` closes nothing");
    if (char !== "{") {
      const piece = char === "\\" ? text.slice(at, at + 2) : char;
      done = done.map((d) => d + piece);
      at += piece.length;
      continue;
    }
    const end = text.indexOf("}", at);
    const inside = text.slice(at + 1, end);
    if (end < 0) throw new BadPattern("`{` is never closed");
    if (/[{\\]/.test(inside)) throw new BadPattern("braces hold plain words, not braces or backslashes");
    if (!inside.includes(",")) throw new BadPattern(`\`{${inside}}\` offers no choice; write \`{a,b}\``);
    done = done.flatMap((d) => inside.split(",").map((choice) => d + choice));
    if (done.length > maxAlternatives) throw new BadPattern(`its braces make more than ${maxAlternatives} patterns`);
    at = end + 1;
  }
  return done;
}
function segmentsOf(text, separator) {
  const segments = [];
  let tokens = [];
  let start = 0;
  const close = (end) => {
    segments.push(text.slice(start, end) === "**" ? "globstar" : tokens);
    tokens = [];
    start = end + 1;
  };
  let at = 0;
  while (at < text.length) {
    const char = text.charAt(at);
    if (char === separator) {
      close(at);
      at++;
    } else if (char === "[") {
      const end = text.indexOf("]", at + 2);
      if (end < 0) throw new BadPattern("`[` is never closed; for the character itself write `\\[`");
      tokens.push(charSet(text.slice(at + 1, end)));
      at = end + 1;
    } else if (char === "\\") {
      if (at + 1 === text.length) throw new BadPattern("it ends in a backslash");
      tokens.push({ kind: "char", char: text.charAt(at + 1) });
      at += 2;
    } else {
      if (char !== "*" || tokens.at(-1)?.kind !== "any") tokens.push(tokenOf(char));
      at++;
    }
  }
  close(text.length);
  return segments;
}
function tokenOf(char) {
  if (char === "*") return { kind: "any" };
  return char === "?" ? { kind: "one" } : { kind: "char", char };
}
function charSet(inside) {
  const negated = /^[!^]/.test(inside);
  const members = negated ? inside.slice(1) : inside;
  if (members === "" || /[\\/[]/.test(members)) throw new BadPattern(`\`[${inside}]\` is not a set of characters`);
  const ranges = [];
  for (let i = 0; i < members.length; i++) {
    const isRange = members.charAt(i + 1) === "-" && i + 2 < members.length;
    const [low, high] = [members.charCodeAt(i), members.charCodeAt(isRange ? i + 2 : i)];
    if (high < low) throw new BadPattern(`\`[${inside}]\` runs backwards`);
    ranges.push([low, high]);
    if (isRange) i += 2;
  }
  return { kind: "set", negated, ranges };
}
function matchSegments(segments, texts) {
  return glob(
    segments,
    texts,
    (s) => s === "globstar",
    (segment, text) => segment !== "globstar" && matchSegment(segment, text)
  );
}
function matchSegment(tokens, text) {
  if (text === "") return tokens.length === 0;
  return glob(tokens, text, (t) => t.kind === "any", matchChar);
}
function matchChar(token, char) {
  if (token.kind === "char") return token.char === char;
  if (token.kind !== "set") return token.kind === "one";
  const code = char.charCodeAt(0);
  return token.ranges.some(([low, high]) => low <= code && code <= high) !== token.negated;
}
function glob(pattern, items, isStar, matches) {
  let p = 0;
  let star = -1;
  let resume = 0;
  for (let i = 0; i < items.length; ) {
    const wanted = pattern[p];
    const item = items[i];
    if (wanted !== void 0 && isStar(wanted)) {
      star = p++;
      resume = i;
    } else if (wanted !== void 0 && item !== void 0 && matches(wanted, item)) {
      p++;
      i++;
    } else if (star >= 0) {
      p = star + 1;
      i = ++resume;
    } else return false;
  }
  for (let rest = pattern[p]; rest !== void 0 && isStar(rest); rest = pattern[++p]) ;
  return p === pattern.length;
}

// src/budget/rules.ts
function ruleFor(config, path) {
  let best;
  for (const { rule, pattern } of compiled(config)) {
    if (!pattern.matches(path)) continue;
    if (best === void 0 || compareSpecificity(rule.path, best.path) >= 0) best = rule;
  }
  return best;
}
function idleRules(config, paths) {
  return compiled(config).flatMap(({ rule, pattern }) => paths.some((p) => pattern.matches(p)) ? [] : [rule]);
}
var cache = /* @__PURE__ */ new WeakMap();
function compiled(config) {
  const known = cache.get(config);
  if (known !== void 0) return known;
  const made = config.models.map((rule) => ({ rule, pattern: pathPattern(rule.path) }));
  cache.set(config, made);
  return made;
}

export {
  BadPattern,
  pathPattern,
  layerPattern,
  ruleFor,
  idleRules
};
