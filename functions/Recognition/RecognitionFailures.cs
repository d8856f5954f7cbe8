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

    /// <summary>What the sender of a refused picture should do instead.</summary>
    public static string Advice(Exception refused) => (refused as RequestFailedException)?.ErrorCode switch
    {
        "InvalidContentLength" => "这个文件的页数太多，一次最多看20页。请只发住院的那几页，或者分几次发。",
        "UnsupportedContent" => "这个文件我打不开，可能加了密码。请打开它，一页一页截屏发来。",
        "InvalidContentDimensions" => "这张照片的尺寸太大或者太小。照片请用手机普通画质重新拍一张再发，长截图请分成几张截。",
        _ => "这个文件打不开，可能没有存完整。请重新拍一张照片再发。",
    };
}
