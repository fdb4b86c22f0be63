// Numbers of people and telephones have at least as many digits, with or without spaces and hyphens between them.
const longNumber = /\d(?:[\s-]?[\dXx]){9,}/g;

/** A reason as the audit keeps it: numbers that might be a person's are taken out. */
export function auditedReason(text: string): string {
  return text.replace(longNumber, '＊');
}
