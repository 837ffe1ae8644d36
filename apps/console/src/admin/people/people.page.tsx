import { Route, Routes } from 'react-router';
import { PeopleList } from './people-list.js';
import { PersonView } from './person-view.js';

/** 人员与岗位: a list, and each person with their posts, absences and deputies. */
export function PeoplePage() {
  return (
    <Routes>
      <Route index element={<PeopleList />} />
      <Route path=":id" element={<PersonView />} />
    </Routes>
  );
}
