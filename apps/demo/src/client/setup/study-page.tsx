import { lazy } from 'react';
import { Loading } from '../parts/loading.tsx';
import { ProblemPage } from '../parts/problem.tsx';
import { useAddress } from '../router.ts';
import { useStaff } from '../session/staff-only.tsx';
import { useResource } from '../use-resource.ts';
import { StudyOverview } from './overview/study-overview.tsx';
import { stepOf } from './steps.ts';
import { fetchStudyData } from './study-data.ts';
import '../styles/forms.css';
import '../styles/setup.css';

// the steps bring the definitions of every instrument along; who only looks at a study does not need them
const SetUpSteps = lazy(() => import('./set-up-steps.tsx'));

/** A study: the steps of its set-up while it is a draft or where the address asks for one, else its state and its waves. */
export default function StudyPage({ study: id }: { study: string }) {
  const { reach } = useStaff();
  const { search } = useAddress();
  const {
    value: data,
    failure,
    loading,
    reload,
  } = useResource(`study ${id}`, (signal) => fetchStudyData(id, reach, signal));
  if (data === undefined) {
    return failure !== undefined && !loading ? <ProblemPage failure={failure} retry={reload} /> : <Loading />;
  }
  const asked = stepOf(search);
  const draft = data.study.state === 'draft';
  if (reach.makes && data.study.state !== 'closed' && (draft || asked !== undefined)) {
    return <SetUpSteps data={data} step={asked ?? 'what'} reload={reload} />;
  }
  return <StudyOverview data={data} reload={reload} />;
}
