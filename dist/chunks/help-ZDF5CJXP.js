import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import{commandNames,commands,options}from"./chunk-4GBBGR4U.js";import{version}from"./chunk-MBB5CX2V.js";import"./chunk-6YRY3X7H.js";function generalHelp(){let list=commandNames.map(name=>`  ${name.padEnd(10)}${commands[name].summary}`);return`flopgate ${version}: the cost of ONNX models (parameters, MACs, FLOPs, memory), per layer, and budgets on it

Usage: flopgate COMMAND [options]

${list.join(`
`)}

Try:
  flopgate count model.onnx            what does this model cost?
  flopgate diff old.onnx new.onnx      what did the change cost, and which layers?
  flopgate check                       does this branch keep within its budgets?

Every command explains itself: flopgate COMMAND --help
Exit status: 0 the gate is open, 1 a budget is exceeded, 2 it could not judge, 3 a bug of ours.
`}function commandHelp(name){let command=commands[name],forms=command.options.map(option=>[form(option),options[option].doc]),width=Math.max(...forms.map(([left])=>left.length))+2,examples=command.examples.map(({run,does})=>`  ${run}
      ${does}`);return`flopgate ${name}: ${command.summary}

Usage: ${command.usage}

${command.about}

Options:
${forms.map(([left,doc])=>`  ${left.padEnd(width)}${doc}`).join(`
`)}

Examples:
${examples.join(`
`)}
`}function form(name){let{value}=options[name];return value===void 0?`--${name}`:`--${name} ${value}`}export{commandHelp,generalHelp};
