/*
 * embed: writes C for the files named, for alertd/base/embedded.h.
 * Usage: embed FILE ... >embedded_files.c, the names sorted bytewise.
 */
#include <stdio.h>
#include <stdlib.h>

static void
put_file(const char *path, int i)
{
	FILE *f = fopen(path, "rb");
	int c, n = 0;

	if (f == NULL) {
		perror(path);
		exit(1);
	}
	printf("static const char file%d[] = {", i);
	while ((c = getc(f)) != EOF)
		printf(
		    "%s%d,", n++ % 16 == 0 ? "\n" : "", c > 127 ? c - 256 : c);
	printf("\n0};\n");
	fclose(f);
}

int
main(int argc, char **argv)
{
	printf("#include \"base/embedded.h\"\n"
	       "extern const struct embedded embedded_files[];\n"
	       "extern const size_t embedded_count;\n");
	for (int i = 1; i < argc; i++)
		put_file(argv[i], i);
	printf("const struct embedded embedded_files[] = {\n");
	for (int i = 1; i < argc; i++)
		printf(
		    "{\"%s\", file%d, sizeof(file%d) - 1},\n", argv[i], i, i);
	printf("};\nconst size_t embedded_count = %d;\n", argc - 1);
	return 0;
}
