/**
 * Imported first, before anything loads React: whoever runs the program runs its production build. Without it React checks
 * every element of every page as if someone were developing it.
 */
process.env.NODE_ENV ||= "production";
