/** The page around the parts: one file that asks nobody for anything. */
import { type Content, html } from './markup.ts';
import { script, scriptHash } from './script.ts';
import { style, styleHash } from './style.ts';

/** The colour of the top edge, and of the badge there. */
export type Tone = 'pass' | 'warn' | 'fail' | 'note';

export interface Page {
  readonly title: string;
  readonly tone: Tone;
  readonly header: Content;
  readonly main: Content;
  readonly footer: Content;
}

/** Nothing is loaded, sent or framed; of scripts and styles only ours run. */
const policy = `default-src 'none'; style-src '${styleHash}'; script-src '${scriptHash}'; base-uri 'none'; form-action 'none'`;

export function pageOf({ title, tone, header, main, footer }: Page): string {
  const [head, tail] = ['<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n', '</body>\n</html>\n'];
  const meta = html`<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
`;
  const body = html`<body>
<a class="skip" href="#content">Skip to the report</a>
<div class="top ${tone}"></div>
<header>
${header}</header>
<main id="content">
${main}</main>
<footer>
${footer}</footer>
`;
  return `${head}${meta}<style>${style}</style>\n</head>\n${body}<script>${script}</script>\n${tail}`;
}
