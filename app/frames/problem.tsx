/** Between a frame and its pages: where a page cannot be shown, the frame stays and says why. */
import { Outlet } from "react-router";
import type { Route } from "./+types/problem.ts";
import { Problem } from "./error-page.tsx";

export default Outlet;

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <Problem error={error} />;
}
