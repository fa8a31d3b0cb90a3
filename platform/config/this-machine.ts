/** Whether an address, as a setting or a connection names it, is this machine speaking with itself. */
export const isThisMachine = (address: string): boolean =>
  /^(localhost|127(\.\d{1,3}){3}|(::ffff:)?127(\.\d{1,3}){3}|::1|\[::1\])$/i.test(address);
