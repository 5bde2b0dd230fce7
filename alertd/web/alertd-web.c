/* alertd-web: the program that answers the page. See alertd(8). */
#include "web/serve.h"

int
main(int argc, char **argv)
{
	return serve_main(argc, argv);
}
