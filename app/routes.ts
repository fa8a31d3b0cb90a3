/** The site map. */
import { index, layout, type RouteConfig, route } from "@react-router/dev/routes";

export default [
  layout("frames/public.tsx", [index("routes/home.tsx"), route("sign-in", "routes/sign-in.tsx")]),
  layout("frames/staff.tsx", []),
  route("sign-out", "routes/sign-out.ts"),
  route("language/:language", "routes/reader-choice.ts", { id: "language" }),
  route("theme/:theme", "routes/reader-choice.ts", { id: "theme" }),
  route("gallery", "routes/gallery.tsx"),
  route("health", "routes/health.ts"),
  route("*", "routes/nowhere.tsx"),
] satisfies RouteConfig;
