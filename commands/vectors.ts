import { parseArgs } from 'node:util';
import { UnusableFileError } from './vectors/comparison.ts';
import type { VectorReport } from './vectors/vector-file.ts';
import { checkVectorFile } from './vectors/vector-file.ts';

const usage =
  '用法：npm run -s vectors -- 文件… [--json]\n核对工作日、公民身份号码和姓名的规则。不符时退出码为1，文件不能用时为2。';

const exitCodes = { passed: 0, failed: 1, unusable: 2 } as const;

type Outcome = keyof typeof exitCodes;

/** How results are told: to people, or as one JSON object a line. */
interface Printer {
  readonly report: (file: string, report: VectorReport) => void;
  readonly unusable: (file: string, sentence: string) => void;
}

const forPeople: Printer = {
  report(file, { passed, failed, failures }) {
    console.log(failed === 0 ? `${file}：${passed}条全部相符` : `${file}：${passed}条相符，${failed}条不符`);
    for (const failure of failures) {
      const [input, expected, actual] = [failure.input, failure.expected, failure.actual].map((part) =>
        JSON.stringify(part),
      );
      console.log(`  输入 ${input}\n    应为 ${expected}\n    实为 ${actual}`);
    }
  },
  unusable(file, sentence) {
    console.error(`${file}：${sentence}`);
  },
};

const asJson: Printer = {
  report(file, report) {
    console.log(JSON.stringify({ file, ...report }));
  },
  unusable(file, sentence) {
    console.log(JSON.stringify({ file, error: sentence }));
    forPeople.unusable(file, sentence);
  },
};

interface Arguments {
  readonly files: readonly string[];
  readonly printer: Printer;
}

function readArguments(): Arguments | undefined {
  try {
    const { values, positionals } = parseArgs({
      options: { json: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    if (positionals.length === 0) return undefined;
    return { files: positionals, printer: values.json ? asJson : forPeople };
  } catch {
    return undefined;
  }
}

function check(file: string, printer: Printer): Outcome {
  try {
    const report = checkVectorFile(file);
    printer.report(file, report);
    return report.failed === 0 ? 'passed' : 'failed';
  } catch (error) {
    if (!(error instanceof UnusableFileError)) throw error;
    printer.unusable(file, error.message);
    return 'unusable';
  }
}

const input = readArguments();
if (input) {
  process.exitCode = Math.max(...input.files.map((file) => exitCodes[check(file, input.printer)]));
} else {
  console.error(usage);
  process.exitCode = exitCodes.unusable;
}
