import { postRules } from '../../domain/directory/post.ts';
import type { Post } from '../../domain/directory/post.ts';
import { gapReasonTitles } from '../../domain/directory/recipients.ts';
import { homeCounty, homeStation, times } from './facts.ts';

interface Place {
  readonly code: string;
  readonly name: string;
}

/** Somebody in a post, or its inbox. */
function inPost({ code, name: unitName }: Place, post: Post, name: string | null) {
  return { unitCode: code, unitName, post, postTitle: postRules[post].title, name };
}

const inbox = {
  ...{ channel: 'inbox', channelTitle: '站内通知', status: 'delivered', statusTitle: '已送出' },
};

function toldAt(at: string, place: Place, post: Post, name: string) {
  return { ...inPost(place, post, name), telephoneToCall: null, deliveries: [{ ...inbox, at }] };
}

export const liaison = inPost(homeStation, 'liaison_officer', '测试专管员丙');
export const leader = inPost(homeStation, 'station_leader', '测试所领导丙');
export const supervisor = inPost(homeCounty, 'county_supervisor', '测试县级督办员丙');

export const toldOfArrival = [toldAt(times.delivered, homeStation, 'liaison_officer', liaison.name ?? '')];
export const toldOfUrging = [toldAt(times.urged, homeStation, 'liaison_officer', liaison.name ?? '')];

/** A post in which nobody could be told. */
const { name: _, ...deputy } = inPost(homeStation, 'deputy_liaison_officer', null);
export const gap = { ...deputy, reason: 'nobody_named', reasonTitle: gapReasonTitles.nobody_named } as const;
