from . import vca, providers
