import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadTemplate } from '../../templates/load.ts';

const root = path.resolve(import.meta.dirname, '../../templates');
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(hbs|css)$/.test(file))
  .map((file) => [file, readFileSync(path.join(root, file), 'utf8')] as const);

describe('templates', () => {
  it('are found', () => {
    expect(sources.map(([file]) => file)).toContain('certificates/annex-1.hbs');
  });

  it.each(sources)('%s escapes every value and loads nothing', (_file, text) => {
    expect(text).not.toMatch(/\{\{\{|\{\{~?&/);
    expect(text).not.toMatch(/https?:|url\(|@import|<script|<link|<img|<iframe|\son\w+=/i);
  });

  it('throw when the view lacks a field', () => {
    expect(() => loadTemplate('certificates/annex-1')({ textSize: 0 })).toThrow(/not defined/);
  });

  it('are named when they do not exist', () => {
    expect(() => loadTemplate('certificates/annex-99')).toThrow('annex-99');
  });
});
