import { useLanguage } from '../language-context.ts';

export function Loading() {
  const { words } = useLanguage();
  return (
    <p className="loading" role="status">
      {words.loading}
    </p>
  );
}
