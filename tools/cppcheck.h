/* Macros of libraries that cppcheck cannot guess; read by "make lint" alone. */
#define json_array_foreach(a, i, v) \
	for (i = 0; (v = json_array_get(a, i)) != NULL; i++)
#define TAILQ_FOREACH(v, head, field) \
	for (v = (head)->tqh_first; v != NULL; v = v->field.tqe_next)
