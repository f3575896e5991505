import { useEffect } from 'react';
import { fetchInvitation } from '../api/answer.ts';
import { Loading } from '../parts/loading.tsx';
import { requestHeadingFocus } from '../router.ts';
import { useResource } from '../use-resource.ts';
import { Answering, importForm } from './answering.tsx';
import { BeforeYouBegin } from './before-you-begin.tsx';
import { LinkProblem } from './link-problem.tsx';
import type { Place } from './place.ts';
import { usePlace } from './use-place.ts';
import '../styles/answer.css';

/** The page behind an invitation: /answer#secret. */
export default function AnswerPage() {
  const [place, move] = usePlace();
  if (place === null) return <LinkProblem closed="no-link" secret={null} retry={() => {}} />;
  return <Invited key={place.secret} place={place} move={move} />;
}

function Invited({ place, move }: { place: Place; move: (place: Place) => void }) {
  const { secret, begun } = place;
  const { value, failure, loading, reload } = useResource(`invitation ${secret}`, (signal) =>
    fetchInvitation(secret, signal),
  );
  useEffect(() => {
    importForm().catch(() => undefined); // an early start; a failure shows where the form is rendered
  }, []);
  // what opened nothing before may open nothing for another reason now
  if (value?.open !== true && (value === undefined || (failure !== undefined && !loading))) {
    return failure !== undefined && !loading ? (
      <LinkProblem closed="unreachable" secret={secret} retry={reload} />
    ) : (
      <Loading />
    );
  }
  if (!value.open) return <LinkProblem closed={value.closed} secret={secret} retry={reload} />;
  if (begun === null) {
    return (
      <BeforeYouBegin
        invitation={value.value}
        onBegin={(chosen) => {
          requestHeadingFocus();
          scrollTo(0, 0);
          move({ secret, begun: chosen });
        }}
      />
    );
  }
  return (
    <Answering invitation={value.value} secret={secret} begun={begun} onChange={() => move({ secret, begun: null })} />
  );
}
