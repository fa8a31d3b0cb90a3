import upright from "@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2?url";

/** For a `<link rel="preload">` in the head: the one file that every page needs before it can be read in its own type. */
export const fontPreload = {
  rel: "preload",
  as: "font",
  type: "font/woff2",
  href: upright,
  crossOrigin: "anonymous",
} as const;
