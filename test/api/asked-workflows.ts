import { ApplicationFailure, condition, defineSignal, setHandler } from '@temporalio/workflow';

export const finish = defineSignal('finish');

export async function answerAtOnce(): Promise<void> {
  await Promise.resolve();
}

export async function answerWhenTold(): Promise<void> {
  let told = false;
  setHandler(finish, () => {
    told = true;
  });
  await condition(() => told);
}

export async function failAs(type: string, message: string): Promise<void> {
  await Promise.reject(ApplicationFailure.nonRetryable(message, type));
}
