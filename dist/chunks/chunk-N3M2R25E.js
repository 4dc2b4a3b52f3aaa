import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);

// src/cli/commands.ts
var options = {
  input: {
    value: "NAME=EXTENTS",
    repeatable: true,
    doc: "Shape of a graph input: image=1,3,224,224, or symbols: tokens=batch,128."
  },
  bind: { value: "SYMBOL=N", repeatable: true, doc: "Number for a symbolic dimension: batch=8." },
  scenario: {
    value: "NAME:SYM=N",
    repeatable: true,
    doc: "One way the model is used: decode:batch=1,seq=1. Not those of --config."
  },
  as: {
    value: "CONVENTION",
    doc: "Count as another tool does, such as thop (docs/conventions.md)."
  },
  format: { value: "FORMAT", doc: "table (default), markdown, json, csv or html." },
  output: { value: "FILE", doc: "Write the result to FILE instead of stdout." },
  config: { value: "FILE", doc: "Budgets, input shapes and bindings (docs/budgets.md)." },
  pairs: { doc: "List every matched pair of layers in the JSON." },
  base: { value: "REV", doc: "Revision to compare with. Default: where HEAD left the default branch." },
  head: { value: "REV", doc: "Revision to judge. Default: HEAD." },
  staged: { doc: "Judge what `git commit` would record now. The base is HEAD unless named." },
  repo: { value: "DIR", doc: "Repository. Default: the one around the current folder." },
  cache: { value: "DIR", doc: "Keep results there, by content; what was measured before is not read again." },
  part: { value: "I/N", doc: "Measure only the I-th of N parts of the models, and write it to --output." },
  parts: { value: "N", doc: "Most parts to plan, up to 256. Default: 8." },
  force: { doc: "Replace files that are already there." },
  "no-color": { doc: "No colour. So does the variable NO_COLOR; a file or a pipe never gets any." },
  help: { doc: "Explain the command." },
  version: { doc: "Print the version." }
};
var checked = ["base", "head", "repo", "input", "bind", "config", "as"];
var common = ["format", "output", "no-color", "help", "version"];
var commands = {
  count: {
    summary: "what one model costs, layer by layer",
    usage: "flopgate count MODEL\u2026 [options]",
    least: 1,
    most: Number.POSITIVE_INFINITY,
    operands: "one or more model files",
    options: ["input", "bind", "scenario", "as", "config", ...common],
    about: `Reads the graph, not the weights: a model of 2 GB is counted as fast as its skeleton.
A number that cannot be known is shown as unknown with the reason, never as 0; a symbolic
dimension stays a symbol (12*batch) until --bind or --input gives it a number.`,
    examples: [
      { run: "flopgate count model.onnx", does: "every layer, then the totals" },
      { run: "flopgate count model.onnx --bind batch=8 --bind seq=128", does: "with numbers for symbolic dimensions" },
      { run: "flopgate count model.onnx --input image=1,3,320,320", does: "at another resolution" },
      { run: "flopgate count gpt.onnx --scenario prefill:seq=512 --scenario decode:seq=1", does: "open, and in each" },
      { run: "flopgate count *.onnx --format json --output costs.json", does: "profiles for another program" }
    ]
  },
  diff: {
    summary: "what changed between two models",
    usage: "flopgate diff BASE HEAD [options]",
    least: 2,
    most: 2,
    operands: "two model files (or saved profiles), or two folders, base first",
    options: ["input", "bind", "scenario", "as", "config", "pairs", ...common],
    about: `Layers are paired even when every name changed. BASE and HEAD are model files, or profiles
saved by \`flopgate count --format json\`. With --config the budgets for HEAD's path are judged,
and the exit status is 1 when one is exceeded. With --format model-explorer-map the pairs of
layers are written for google-ai-edge/model-explorer (docs/diff.md). Two folders are compared model by
model, paired by their paths below them; a profile NAME.onnx.json may stand for NAME.onnx.`,
    examples: [
      { run: "flopgate diff old.onnx new.onnx", does: "the layers that explain the change" },
      { run: "flopgate diff old.onnx new.onnx --format markdown", does: "as the pull request comment shows it" },
      {
        run: "flopgate diff old.onnx new.onnx --format model-explorer-map --output map.json",
        does: "pairs, to see both graphs side by side"
      },
      { run: "flopgate diff built/base built/head --config .github/flopgate.yml", does: "all models of two builds" },
      { run: "flopgate diff saved.json models/net.onnx --config .github/flopgate.yml", does: "judged by budgets" }
    ]
  },
  check: {
    summary: "the gate over a git repository, as the action runs it",
    usage: "flopgate check [--base REV] [--head REV | --staged] [--repo DIR] [options]",
    least: 0,
    most: 0,
    operands: "no operands",
    options: [...checked, "staged", "pairs", "cache", "part", ...common],
    about: `Finds the models named by .github/flopgate.yml in both revisions, compares those that changed
and judges the budgets. Reads git objects only: the working tree is neither read nor touched.
The budgets come from the base revision, as on a pull request; --config judges by a file instead.
With --part nothing is judged: \`flopgate plan\` says which parts there are, \`flopgate report\`
puts them together.

Exit status: 0 the gate is open, 1 a budget is exceeded, 2 it could not judge, 3 a bug of ours.`,
    examples: [
      { run: "flopgate check", does: "this branch against the default branch" },
      { run: "flopgate check --base v1.2.0 --head v1.3.0", does: "between two tags" },
      { run: "flopgate check --staged", does: "what is about to be committed; the pre-commit hook runs this" },
      { run: "flopgate check --config .github/flopgate.yml", does: "by budgets that are not committed yet" }
    ]
  },
  plan: {
    summary: "the models to measure as a matrix of jobs",
    usage: "flopgate plan [--parts N] [--base REV] [--head REV] [--repo DIR] [options]",
    least: 0,
    most: 0,
    operands: "no operands",
    options: [...checked, "parts", "output", "help", "version"],
    about: `Prints one line of JSON for the matrix of a workflow: no more parts than models to measure,
at least one. Each job runs \`flopgate check --part\`, a last one \`flopgate report\`. All of them
take the same --base, --head and other options.`,
    examples: [{ run: "flopgate plan --parts 4", does: '{"include":[{"part":"1/4","models":12},\u2026]}' }]
  },
  report: {
    summary: "the gate over what the jobs of a matrix measured",
    usage: "flopgate report PART\u2026 [--base REV] [--head REV] [--repo DIR] [options]",
    least: 1,
    most: Number.POSITIVE_INFINITY,
    operands: "the files that `flopgate check --part` wrote",
    options: [...checked, "pairs", ...common],
    about: `Judges as \`flopgate check\` does, but reads no model: each must be in one of the parts, and one
that is in none fails the gate. Take parts only from jobs of the same run.`,
    examples: [{ run: "flopgate report parts/*", does: "one report, one exit status" }]
  },
  init: {
    summary: "a starter configuration and workflow",
    usage: "flopgate init [--repo DIR] [--force]",
    least: 0,
    most: 0,
    operands: "no operands",
    options: ["repo", "force", "help", "version"],
    about: `Writes .github/flopgate.yml, with an entry and budgets for every model found, and
.github/workflows/flopgate.yml. Files that are already there are kept unless --force is given.`,
    examples: [{ run: "flopgate init", does: "then edit the budgets, and commit both files" }]
  },
  render: {
    summary: "a saved report in another format",
    usage: "flopgate render REPORT.json [options]",
    least: 1,
    most: 1,
    operands: "one report",
    options: common,
    about: `REPORT.json is what \`flopgate check --format json\`, \`flopgate diff --format json\`
or the action wrote.`,
    examples: [{ run: "flopgate render report.json --format markdown", does: "the comment, again" }]
  },
  textconv: {
    summary: "a model as text, for git diff",
    usage: "flopgate textconv MODEL [--input NAME=EXTENTS] [--bind SYMBOL=N]",
    least: 1,
    most: 1,
    operands: "one model file",
    options: ["input", "bind", "help", "version"],
    about: `One line for each layer: name, operator, what it reads, shapes, attributes, weights, parameters
and MACs. Two lines of configuration make git diff, git log -p and git show readable for models:

  echo '*.onnx diff=flopgate' >> .gitattributes
  git config diff.flopgate.textconv 'npx flopgate textconv'

The second is for every clone by itself: git runs no program that a repository names.`,
    examples: [{ run: "flopgate textconv model.onnx", does: "what git diff compares" }]
  }
};
var commandNames = [
  "count",
  "diff",
  "check",
  "plan",
  "report",
  "init",
  "render",
  "textconv"
];
function isCommandName(name) {
  return Object.hasOwn(commands, name);
}
function isOptionName(name) {
  return Object.hasOwn(options, name);
}

export {
  options,
  commands,
  commandNames,
  isCommandName,
  isOptionName
};
