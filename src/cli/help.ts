/** Help that teaches: what a command does, then what one would type. */
import { version } from '../version.ts';
import { type CommandName, commandNames, commands, type OptionName, options } from './commands.ts';

export function generalHelp(): string {
  const list = commandNames.map((name) => `  ${name.padEnd(10)}${commands[name].summary}`);
  return `flopgate ${version}: the cost of ONNX models (parameters, MACs, FLOPs, memory), per layer, and budgets on it

Usage: flopgate COMMAND [options]

${list.join('\n')}

Try:
  flopgate count model.onnx            what does this model cost?
  flopgate diff old.onnx new.onnx      what did the change cost, and which layers?
  flopgate check                       does this branch keep within its budgets?

Every command explains itself: flopgate COMMAND --help
Exit status: 0 the gate is open, 1 a budget is exceeded, 2 it could not judge, 3 a bug of ours.
`;
}

export function commandHelp(name: CommandName): string {
  const command = commands[name];
  const forms = command.options.map((option) => [form(option), options[option].doc] as const);
  const width = Math.max(...forms.map(([left]) => left.length)) + 2;
  const examples = command.examples.map(({ run, does }) => `  ${run}\n      ${does}`);
  return `flopgate ${name}: ${command.summary}

Usage: ${command.usage}

${command.about}

Options:
${forms.map(([left, doc]) => `  ${left.padEnd(width)}${doc}`).join('\n')}

Examples:
${examples.join('\n')}
`;
}

function form(name: OptionName): string {
  const { value } = options[name];
  return value === undefined ? `--${name}` : `--${name} ${value}`;
}
