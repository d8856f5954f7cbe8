using System.Globalization;

namespace Shouwang.Recognizer;

/// <summary>What a deployment settles (设置), all by environment variables or the command line.</summary>
/// <param name="Key">What callers send as Ocp-Apim-Subscription-Key.</param>
/// <param name="PagesAtOnce">Pages read at the same time; each takes about 300 MB. One page uses all cores by itself, so more than one only helps on larger machines.</param>
sealed record RecognizerSettings(string Key, int PagesAtOnce)
{
    public const string KeyVariable = "SHOUWANG_RECOGNIZER_KEY";
    public const string PagesVariable = "SHOUWANG_RECOGNIZER_PAGES";

    /// <exception cref="InvalidOperationException">A setting is missing or makes no sense; the message says which.</exception>
    public static RecognizerSettings From(IConfiguration configuration)
    {
        if (configuration[KeyVariable] is not { Length: > 0 } key)
            throw new InvalidOperationException($"Set {KeyVariable} to the key that callers must send; the recogniser does not serve without one.");
        var pages = configuration[PagesVariable] is { Length: > 0 } text
            ? int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 8 ? number : throw new InvalidOperationException($"{PagesVariable} must be a number from 1 to 8.")
            : 1;
        return new(key, pages);
    }
}
