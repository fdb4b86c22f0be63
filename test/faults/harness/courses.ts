import { certificateCourses } from './courses/certificates.ts';
import type { Course } from './courses/course.ts';
import { operationsCourses } from './courses/operations.ts';
import { transitCourses } from './courses/transit.ts';
import { verificationCourses } from './courses/verification.ts';
import { waysOut } from './courses/ways-out.ts';
import type { Person } from './people.ts';

/** Every path of a case from the counter to its end. */
export const courses = {
  ...verificationCourses,
  ...certificateCourses,
  ...transitCourses,
  ...operationsCourses,
  ...waysOut,
} as const satisfies Record<string, Course>;

export type CourseName = keyof typeof courses;

export const courseNames = Object.keys(courses) as CourseName[];

const bothStations: readonly Person[] = ['window', 'liaison'];

/** Somebody of each station that keeps the file of such a case. */
export function keepersOf(name: CourseName): readonly Person[] {
  const course: Course = courses[name];
  return course.keepers ?? bothStations;
}
