/**
 * GitHub's expressions, as far as our documents use them (docs.github.com, "Evaluate expressions in workflows and
 * actions"). Whatever is not here throws: an expression that nobody evaluated was not tested.
 */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value };
export type Contexts = Readonly<Record<string, Value>>;
export type Functions = Readonly<Record<string, (...args: readonly Value[]) => Value>>;

const token =
  /\s*(?:(?<text>'(?:[^']|'')*')|(?<number>\d+)|(?<path>[A-Za-z_][\w-]*(?:\.[A-Za-z_][\w-]*)*)|(?<sign>&&|\|\||==|!=|[!(),]))/y;

interface Token {
  readonly kind: 'text' | 'number' | 'path' | 'sign';
  readonly text: string;
}

export function tokens(expression: string): readonly Token[] {
  const found: Token[] = [];
  token.lastIndex = 0;
  while (expression.slice(token.lastIndex).trim() !== '') {
    const at = token.lastIndex;
    const { text, number, path, sign } = token.exec(expression)?.groups ?? {};
    if (text !== undefined) found.push({ kind: 'text', text: text.slice(1, -1).replaceAll("''", "'") });
    else if (number !== undefined) found.push({ kind: 'number', text: number });
    else if (path !== undefined) found.push({ kind: 'path', text: path });
    else if (sign !== undefined) found.push({ kind: 'sign', text: sign });
    else throw new Error(`cannot read the expression \`${expression}\` from \`${expression.slice(at)}\` on`);
  }
  return found;
}

/** What it names: `github.event_name`, `steps.plan.outputs.matrix`; functions apart. */
export function pathsOf(expression: string): readonly string[] {
  const all = tokens(expression);
  return all.flatMap(({ kind, text }, i) => (kind === 'path' && all[i + 1]?.text !== '(' ? [text] : []));
}

/** All `${{ … }}` of a text. */
export function expressionsIn(text: string): readonly string[] {
  return [...text.matchAll(/\$\{\{([\s\S]*?)\}\}/g)].map(([, expression = '']) => expression.trim());
}

/** A text that is one expression gives its value, any other a text with values in it. */
export function interpolate(text: string, contexts: Contexts, functions: Functions): Value {
  const whole = /^\$\{\{([\s\S]*)\}\}$/.exec(text);
  if (whole !== null && expressionsIn(text).length === 1) return evaluate(whole[1] ?? '', contexts, functions);
  return text.replace(/\$\{\{([\s\S]*?)\}\}/g, (_, expression: string) =>
    asText(evaluate(expression, contexts, functions)),
  );
}

export function evaluate(expression: string, contexts: Contexts, functions: Functions): Value {
  const rest = [...tokens(expression)];
  const take = (...signs: readonly string[]): string | undefined => {
    const [next] = rest;
    return next?.kind === 'sign' && signs.includes(next.text) ? rest.shift()?.text : undefined;
  };
  const either = (): Value => {
    let left = both();
    while (take('||') !== undefined) {
      const right = both();
      left = isTrue(left) ? left : right;
    }
    return left;
  };
  const both = (): Value => {
    let left = compared();
    while (take('&&') !== undefined) {
      const right = compared();
      left = isTrue(left) ? right : left;
    }
    return left;
  };
  const compared = (): Value => {
    const left = single();
    const sign = take('==', '!=');
    return sign === undefined ? left : (left === single()) === (sign === '==');
  };
  const single = (): Value => {
    if (take('!') !== undefined) return !isTrue(single());
    if (take('(') !== undefined) {
      const inner = either();
      if (take(')') === undefined) throw new Error(`a bracket is open in \`${expression}\``);
      return inner;
    }
    const next = rest.shift();
    if (next?.kind === 'text') return next.text;
    if (next?.kind === 'number') return Number(next.text);
    if (next?.kind !== 'path') throw new Error(`\`${expression}\` is no expression we know`);
    return take('(') === undefined ? lookUp(next.text, contexts) : called(next.text);
  };
  const called = (name: string): Value => {
    const args: Value[] = [];
    while (take(')') === undefined) {
      if (args.length > 0 && take(',') === undefined) throw new Error(`a comma is missing in \`${expression}\``);
      args.push(either());
    }
    const found = functions[name];
    if (found === undefined) throw new Error(`the function ${name} is none we know`);
    return found(...args);
  };
  const value = either();
  if (rest.length > 0) throw new Error(`\`${expression}\` goes on after its end`);
  return value;
}

/** GitHub gives nothing for a name that is not there; here it is a mistake of the document. */
function lookUp(path: string, contexts: Contexts): Value {
  if (path === 'true' || path === 'false') return path === 'true';
  let at: Value = contexts;
  for (const name of path.split('.')) {
    const next: Value | undefined = isMapping(at) && Object.hasOwn(at, name) ? at[name] : undefined;
    if (next === undefined) throw new Error(`\`${path}\` is not set here: there is no \`${name}\``);
    at = next;
  }
  return at;
}

export function isMapping(value: Value): value is { readonly [key: string]: Value } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isTrue(value: Value): boolean {
  return value !== false && value !== null && value !== '' && value !== 0;
}

export function asText(value: Value): string {
  return typeof value === 'string' ? value : value === null ? '' : JSON.stringify(value);
}
