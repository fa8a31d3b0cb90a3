/** What the address of a comparison asks for: two numbers of versions, and how they are shown. */
import type { View } from "#modules/plan/register/ui/compare-page.tsx";

export function comparedIn(request: Request): { from: number | null; to: number | null; view: View } {
  const { searchParams } = new URL(request.url);
  const number = (name: string): number | null => {
    const said = searchParams.get(name);
    return said === null ? null : /^[1-9]\d{0,8}$/.test(said) ? Number(said) : 0;
  };
  return { from: number("from"), to: number("to"), view: searchParams.get("view") === "unified" ? "unified" : "side" };
}
