import { describe, expect, it } from 'vitest';
import { withLogContext } from '../../platform/log-context.ts';
import { createLogger } from '../../platform/logger.ts';

function loggedBy(write: (logger: ReturnType<typeof createLogger>) => void): string {
  const lines: string[] = [];
  write(createLogger({ name: 'test', level: 'info', destination: { write: (line) => lines.push(line) } }));
  return lines.join('');
}

describe('the logger', () => {
  it('removes personal data and secrets at any of three levels', () => {
    const text = loggedBy((logger) => {
      logger.info(
        { idNumber: 'SEEN', a: { phone: 'SEEN', b: { password: 'SEEN' } }, caseId: 'kept' },
        'done',
      );
    });
    expect(text).not.toContain('SEEN');
    expect(text).toContain('kept');
  });

  it('says of every line what it was logged for, each thing once', () => {
    const text = loggedBy((logger) => {
      withLogContext({ requestId: 'r-1', caseNo: 'c-1' }, () => {
        logger.info('plain');
        logger.child({ requestId: 'r-1' }).info('of a request');
      });
      logger.info('afterwards');
    });
    const [plain, ofRequest, afterwards] = text.trim().split('\n');
    expect(JSON.parse(plain ?? '')).toMatchObject({ requestId: 'r-1', caseNo: 'c-1' });
    expect(ofRequest?.match(/"requestId"/g)).toHaveLength(1);
    expect(JSON.parse(ofRequest ?? '')).toMatchObject({ caseNo: 'c-1' });
    expect(afterwards).not.toContain('c-1');
  });

  it('logs an error with its causes, without the message and the fields in which a driver quotes rows', () => {
    const cause = Object.assign(new Error('Failed query: insert SEEN'), {
      code: '23505',
      detail: 'Key (id_number)=(SEEN)',
    });
    const text = loggedBy((logger) => {
      logger.error({ err: new Error('could not record', { cause }) });
    });
    expect(text).toContain('23505');
    expect(text).toContain('logger.redaction.test.ts');
    expect(text).not.toContain('SEEN');
  });
});
