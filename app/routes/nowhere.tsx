/** Every address that the site map does not name. (It has to be a route: middleware runs for routes only.) */
import { notFound } from "#app/replies.ts";

export function loader() {
  notFound();
}

export const action = loader;

export default function Nowhere() {
  return null;
}
