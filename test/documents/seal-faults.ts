import type { Area } from './page-ink.ts';
import type { SeenPage, Words } from './seen-page.ts';

/** A round seal of 42 mm stands over the unit's name and the date, and a hand does not hit the middle. */
const room = { ofNotice: { across: 90, along: 32 }, ofCertificate: { around: 9, left: 64, right: 184 } };

/** What stands in a room for a seal besides the unit's name and the date: nothing may. */
export function sealFaults(page: SeenPage, texts: readonly string[]): string[] {
  return roomsForSeal(page).flatMap((area) => {
    const inside = page.words.filter((words) => touches(words, area));
    return [...wordsFaults(inside, texts), ...inkFaults(page, area, inside)];
  });
}

export function roomsForSeal(page: SeenPage): readonly Area[] {
  return page.words.flatMap((label) => {
    if (label.text === '（印章）') return [roomOfNotice(page, label)];
    return label.text.startsWith('出具单位（印章）') ? [roomOfCertificate(page, label)] : [];
  });
}

function roomOfNotice({ words }: SeenPage, label: Words): Area {
  // Name, label and date stand under each other by their middles; the name may take several lines.
  const middle = (label.left + label.right) / 2;
  const lines = words.filter(
    ({ left, right, top }) =>
      Math.abs((left + right) / 2 - middle) < 1 && Math.abs(top - label.top) < room.ofNotice.along / 2,
  );
  const height =
    (Math.min(...lines.map(({ top }) => top)) + Math.max(...lines.map(({ bottom }) => bottom))) / 2;
  return {
    left: middle - room.ofNotice.across / 2,
    right: middle + room.ofNotice.across / 2,
    top: height - room.ofNotice.along / 2,
    bottom: height + room.ofNotice.along / 2,
  };
}

function roomOfCertificate({ words }: SeenPage, label: Words): Area {
  const date = words.find(({ text, top }) => text.startsWith('签发日期') && top > label.top);
  const { around, left, right } = room.ofCertificate;
  return { left, right, top: label.top - around, bottom: (date ?? label).bottom + around };
}

function wordsFaults(inside: readonly Words[], texts: readonly string[]): string[] {
  const said = inside.map(({ text }) => text.replaceAll(/\s/g, '')).join('');
  const parts =
    /^出具单位（印章）：(.+)签发日期：(.+)$/.exec(said) ?? /^(.+)（印章）(\d+年\d+月\d+日)$/.exec(said);
  const isRight = [parts?.[1], parts?.[2]].every((part) => part !== undefined && texts.includes(part));
  return isRight ? [] : [`in the room for the seal: “${said}”`];
}

function inkFaults({ ink }: SeenPage, area: Area, inside: readonly Words[]): string[] {
  const top = Math.min(...inside.map((words) => words.top)) - 0.5;
  const bottom = Math.max(...inside.map((words) => words.bottom)) + 0.5;
  const beyond = [
    { ...area, bottom: top },
    { ...area, top: bottom },
  ].flatMap((part) => ink.inkIn(part) ?? []);
  return beyond.map((found) => `ink in the room for the seal at ${[found.left, found.top].join(' ')}`);
}

function touches(one: Area, other: Area): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}
