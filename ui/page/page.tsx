import type { ReactNode } from "react";
import { SkipLink } from "../skip-link/skip-link.tsx";

export type PageProps = {
  /** The words of the skip link. */
  skip: ReactNode;
  head: ReactNode;
  /** What must not be overlooked on any page, under the head. */
  band?: ReactNode;
  children: ReactNode;
  foot?: ReactNode;
  /** `bench` is a work surface that fills the window, its parts scrolling on their own. */
  kind?: "page" | "bench";
};

/** The frame of every page: skip link, head, the main part, foot. */
export function Page({ skip, head, band, children, foot, kind = "page" }: PageProps) {
  return (
    <div className="page" data-kind={kind}>
      <SkipLink>{skip}</SkipLink>
      {band ? (
        <div>
          {head}
          {band}
        </div>
      ) : (
        head
      )}
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      {foot}
    </div>
  );
}
