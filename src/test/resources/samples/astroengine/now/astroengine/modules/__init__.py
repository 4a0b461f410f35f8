from . import vca, providers, ritual
