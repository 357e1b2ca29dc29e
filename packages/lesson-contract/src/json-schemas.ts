// The JSON schemas that editors use, from the same source as the parsers.

import { z } from 'zod';

import { courseSchema } from './course';
import { exerciseSchema } from './exercise';
import { lessonSchema } from './lesson';
import { reportSchema } from './report';

/** File name -> text. */
export function jsonSchemas(): ReadonlyMap<string, string> {
  const schemas = { exercise: exerciseSchema, lesson: lessonSchema, course: courseSchema, report: reportSchema };
  return new Map(
    Object.entries(schemas).map(([name, schema]) => [
      `${name}.schema.json`,
      `${JSON.stringify(z.toJSONSchema(schema, { io: 'input' }), null, 2)}\n`,
    ]),
  );
}
