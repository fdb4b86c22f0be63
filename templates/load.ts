import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Handlebars from 'handlebars';

/** A compiled template. `View` names every field that it uses. */
export type Template<View> = (view: View) => string;

/** Folder of the font pack with which the templates are printed. */
export const fontPackDir = path.join(import.meta.dirname, 'fonts');

function filesIn(
  folder: string,
  extension: string,
): readonly { readonly name: string; readonly text: string }[] {
  return readdirSync(path.join(import.meta.dirname, folder))
    .filter((file) => file.endsWith(extension))
    .map((file) => ({
      name: `${folder}/${path.basename(file, extension)}`,
      text: readFileSync(path.join(import.meta.dirname, folder, file), 'utf8'),
    }));
}

/** Style sheets are partials too: a partial's own text is not escaped, so `{{> styles/form}}` inlines CSS as it stands. */
function createHandlebars(): typeof Handlebars {
  const created = Handlebars.create();
  for (const { name, text } of [...filesIn('partials', '.hbs'), ...filesIn('styles', '.css')]) {
    // A file's last line feed would be a line break where a partial stands within a paragraph.
    created.registerPartial(name, text.trimEnd());
  }
  return created;
}

const handlebars = createHandlebars();

/**
 * Compiles a template. Values are always escaped, no helpers beyond Handlebars' own are known, and the template throws
 * when the view lacks a field, so that no document is printed with a hole in it.
 * @throws {Error} when there is no such template.
 */
export function loadTemplate<View extends object>(name: string): Template<View> {
  const text = readFileSync(path.join(import.meta.dirname, `${name}.hbs`), 'utf8');
  const template = handlebars.compile<View>(text, {
    strict: true,
    noEscape: false,
    knownHelpersOnly: true,
  });
  return (view) => template(view);
}
