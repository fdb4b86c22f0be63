import path from 'node:path';
import ts from 'typescript';
import type { Manifest } from './manifests.ts';
import { projectDir } from './manifests.ts';

const source = path.join(projectDir, 'test', 'deploy', 'manifests-as-code.ts');

/** What is wrong with manifests by the types that are made of Kubernetes' own description: a field or a value it does not have. */
export function typeFaultsOf(manifests: readonly Pick<Manifest, 'apiVersion' | 'kind'>[]): string[] {
  const code = manifests
    .map(({ apiVersion, kind, ...rest }, index) => {
      const { file: _file, ...fields } = rest as { file?: string };
      const group = apiVersion === 'v1' ? 'core/v1' : apiVersion.replace('.k8s.io', '');
      const value = JSON.stringify({ apiVersion, kind, ...fields });
      return `import type { ${kind} as K${String(index)} } from 'kubernetes-types/${group}';
export const m${String(index)}: K${String(index)} = ${value};`;
    })
    .join('\n');
  const options: ts.CompilerOptions = {
    ...{ noEmit: true, strict: true, skipLibCheck: true, types: [] },
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
  };
  const files = ts.createCompilerHost(options);
  const host: ts.CompilerHost = {
    ...files,
    fileExists: (file) => file === source || files.fileExists(file),
    readFile: (file) => (file === source ? code : files.readFile(file)),
    getSourceFile: (file, ...more) =>
      file === source
        ? ts.createSourceFile(file, code, ts.ScriptTarget.ES2022)
        : files.getSourceFile(file, ...more),
  };
  const program = ts.createProgram([source], options, host);
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}
