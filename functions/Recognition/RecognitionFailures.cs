using Azure;

namespace Shouwang.Functions.Recognition;

/// <summary>What to do about a failed recognition (识别失败的种类).</summary>
enum RecognitionFailure
{
    /// <summary>The recogniser is down, busy or slow: try the same picture again later.</summary>
    Unavailable,

    /// <summary>This picture cannot be read, now or later: ask for another.</summary>
    PictureRefused,

    /// <summary>Key, address, model or version are wrong: no picture will be read until someone mends the settings.</summary>
    Misconfigured,
}

/// <summary>Tells the failures apart.</summary>
static class RecognitionFailures
{
    static readonly HashSet<string> AboutThePicture = new(StringComparer.Ordinal)
    {
        "InvalidContent", "InvalidContentDimensions", "InvalidContentLength", "UnsupportedContent", "UnsupportedMediaType", "UnsupportedMediaTypeException",
    };

    /// <summary>Everything that is not plainly about the picture or the settings counts as unavailable, so that no photo is given up for a reason that may pass.</summary>
    public static RecognitionFailure Of(Exception failure) => failure switch
    {
        RequestFailedException { ErrorCode: { } code } when AboutThePicture.Contains(code) => RecognitionFailure.PictureRefused,
        RequestFailedException { Status: 413 or 415 } => RecognitionFailure.PictureRefused,
        RequestFailedException { ErrorCode: "OperationNotFound" } => RecognitionFailure.Unavailable, // it was restarted in between
        RequestFailedException { Status: 400 or 401 or 403 or 404 or 405 } => RecognitionFailure.Misconfigured,
        _ => RecognitionFailure.Unavailable,
    };
}
