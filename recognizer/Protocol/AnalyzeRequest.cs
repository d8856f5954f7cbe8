using Microsoft.Extensions.Primitives;

namespace Shouwang.Recognizer.Protocol;

/// <summary>One of the two generations of the protocol: they differ in path, version and a few members.</summary>
sealed record ApiFamily(string Path, string ApiVersion, bool TellsContentFormat)
{
    public static ApiFamily FormRecognizer { get; } = new("formrecognizer", "2023-07-31", TellsContentFormat: false);

    public static ApiFamily DocumentIntelligence { get; } = new("documentintelligence", "2024-11-30", TellsContentFormat: true);
}

/// <summary>What an analysis is asked to do, besides the picture.</summary>
sealed record AnalyzeRequest(ApiFamily Family, string ModelId, string StringIndexType)
{
    public const string Read = "prebuilt-read";
    public const string Layout = "prebuilt-layout";

    const string Utf16 = "utf16CodeUnit";

    public string ApiVersion => Family.ApiVersion;

    public bool WantsTables => ModelId == Layout;

    /// <summary>Whether offsets count UTF-16 units; the other two ways of counting agree with each other for all that the models can read.</summary>
    public bool CountsUtf16 => StringIndexType == Utf16;

    public string? ContentFormat => Family.TellsContentFormat ? "text" : null;

    public static (AnalyzeRequest? Request, Refusal? Refusal) From(ApiFamily family, string model, IQueryCollection query)
    {
        if (Version(family, query) is { } refusal)
            return (null, refusal);
        if (model is not (Read or Layout))
            return (null, Refusal.UnknownModel());
        var index = query["stringIndexType"];
        if (!StringValues.IsNullOrEmpty(index) && index != "textElements" && index != "unicodeCodePoint" && index != Utf16)
            return (null, Refusal.Invalid("InvalidParameter", "stringIndexType must be textElements, unicodeCodePoint or utf16CodeUnit."));
        return (new(family, model, StringValues.IsNullOrEmpty(index) ? "textElements" : index.ToString()), null);
    }

    /// <summary>Null where the version asked for is the family's.</summary>
    public static Refusal? Version(ApiFamily family, IQueryCollection query) =>
        query["api-version"] == family.ApiVersion ? null : Refusal.Invalid("InvalidParameter", $"api-version must be {family.ApiVersion} under /{family.Path}/.");
}
