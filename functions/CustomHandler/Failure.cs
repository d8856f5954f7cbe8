using Azure;

namespace Shouwang.Functions.CustomHandler;

/// <summary>An exception in words that may go to a log: its kind and where it arose, never its text, which may quote a paper or a person.</summary>
static class Failure
{
    public static string Describe(Exception exception)
    {
        var kinds = new List<string>();
        for (var e = exception; e is not null; e = e.InnerException) kinds.Add(Kind(e));
        return $"{string.Join(" < ", kinds)}{Place(exception)}";
    }

    static string Kind(Exception e) => e is RequestFailedException refused
        ? $"{nameof(RequestFailedException)} {refused.Status} {refused.ErrorCode}".TrimEnd()
        : e.GetType().Name;

    static string Place(Exception e)
    {
        var ours = e.StackTrace?.Split('\n', StringSplitOptions.TrimEntries).FirstOrDefault(line => line.Contains("Shouwang.", StringComparison.Ordinal));
        if (ours is null) return "";
        var file = ours.IndexOf(" in ", StringComparison.Ordinal);
        return " " + (file < 0 ? ours : ours[..file]);
    }
}
