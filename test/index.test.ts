import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import * as flopgate from '../src/index.ts';

test('the public surface is exactly this', () => {
  assert.deepEqual(Object.keys(flopgate).sort(), [
    'FlopgateError',
    'bind',
    'compare',
    'conventionNamed',
    'conventionNames',
    'count',
    'fileSource',
    'formatDim',
    'formatShape',
    'gate',
    'infer',
    'isKnown',
    'isSymbolic',
    'isUnknown',
    'judge',
    'memorySource',
    'parseConfig',
    'parseDim',
    'profileFromJson',
    'profileModel',
    'profileToJson',
    'readModel',
    'recognize',
    'renderProfiles',
    'renderReport',
    'ruleFor',
    'symbol',
    'unknown',
    'version',
  ]);
});

test('the version is the one of package.json', () => {
  const manifest = readFileSync(join(import.meta.dirname, '..', 'package.json'), 'utf8');
  assert.ok(manifest.includes(`"version": "${flopgate.version}"`));
});

test('a program counts a file and reads the exact number', () => {
  const path = join(import.meta.dirname, '..', 'examples', 'base.onnx');
  const source = flopgate.fileSource(path);
  const { profile } = flopgate.count(source, 'base.onnx', { inputs: new Map(), bind: new Map() });
  source.close();
  // torchvision's own figure for ResNet-18 at 224 × 224: 1.814 G multiply-accumulates
  assert.equal(profile.totals.macs, 1_814_073_344n);
});
