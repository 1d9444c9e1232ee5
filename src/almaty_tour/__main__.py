"""`python -m almaty_tour` is `almaty-tour`."""

from almaty_tour.cli.main import main

if __name__ == "__main__":
    main()
