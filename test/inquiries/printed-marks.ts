import type { Door } from '../api/door.ts';

interface PrintedView {
  readonly inquiry: { readonly code: string; readonly address: string };
  readonly certificateNo: string;
  readonly check: { readonly code: string; readonly address: string; readonly qrAddress: string };
}

/** What the blank renderer of the tests was given: what stands on the paper. */
async function viewAt(door: Door, address: string): Promise<PrintedView> {
  const { statusCode, body } = await door.call('window', 'GET', address);
  if (statusCode !== 200) throw new Error(`${address}: ${String(statusCode)}`);
  return JSON.parse(body.slice(body.indexOf('{'))) as PrintedView;
}

/** The code on the receipt that is made now. */
export async function receiptCodeOf(door: Door, caseNo: string, seq?: number): Promise<string> {
  const query = seq === undefined ? '' : `?seq=${String(seq)}`;
  const { inquiry } = await viewAt(door, `/v1/cases/${caseNo}/papers/acceptance_receipt${query}`);
  return inquiry.code;
}

/** Number, code and token on the certificate of a case, the valid one or the one named. */
export async function marksOf(door: Door, caseNo: string, certificateNo?: string) {
  const place = certificateNo === undefined ? 'certificate' : `certificates/${certificateNo}`;
  const view = await viewAt(door, `/v1/cases/${caseNo}/${place}`);
  const token = view.check.qrAddress.split('/verify/')[1] ?? '';
  return { certificateNo: view.certificateNo, checkCode: view.check.code, token };
}
