import ipaddr from 'ipaddr.js';

/**
 * What stands for a client among the addresses: his own of IPv4, the network of 64 bits that a household has of IPv6.
 * A socket that listens to both kinds writes the first as the second.
 */
export function clientNetworkOf(address: string): string {
  if (!ipaddr.isValid(address)) return 'unknown';
  const parsed = ipaddr.process(address);
  return parsed instanceof ipaddr.IPv6 ? parsed.parts.slice(0, 4).join(':') : parsed.toString();
}
