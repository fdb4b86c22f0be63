import ipaddr from 'ipaddr.js';

/** A range of addresses, as its CIDR says. */
export type Network = ReturnType<typeof ipaddr.parseCIDR>;

/**
 * The ranges that a setting names, as `10.0.0.0/8, fd00::/8`.
 * @throws {RangeError} with the range that is none.
 */
export function parseNetworks(text: string): Network[] {
  return text
    .split(/[\s,]+/)
    .filter(Boolean)
    .map((cidr) => {
      if (!ipaddr.isValidCIDR(cidr)) throw new RangeError(cidr);
      return ipaddr.parseCIDR(cidr);
    });
}

/** An address as it is reached: an IPv4 address written as IPv6 is the IPv4 address. */
function addressOf(text: string): ipaddr.IPv4 | ipaddr.IPv6 | undefined {
  return ipaddr.isValid(text) ? ipaddr.process(text) : undefined;
}

/** Whether an address is one of the public network: not of a house, a machine, a group or a tunnel into one of them. */
export function isPublic(text: string): boolean {
  const address = addressOf(text);
  if (address === undefined || address.range() !== 'unicast') return false;
  // RFC 4291 §2.5.5.1 and §2.5.7: IPv4-compatible and site-local addresses are given up, not given away.
  return address instanceof ipaddr.IPv4 || address.match(globalIpv6);
}

// RFC 4291 §2.4 by way of IANA: nothing else is assigned to the public network.
const globalIpv6 = ipaddr.parseCIDR('2000::/3');

export function isLoopback(text: string): boolean {
  return addressOf(text)?.range() === 'loopback';
}

export function isWithin(text: string, networks: readonly Network[]): boolean {
  const address = addressOf(text);
  return networks.some((network) => address?.kind() === network[0].kind() && address.match(network));
}
