namespace Shouwang.Recognizer.Pictures;

/// <summary>Why a file is not read as a picture (拒收原因).</summary>
enum PictureRefusal
{
    /// <summary>No picture, damaged, or cut short.</summary>
    NotReadable,

    /// <summary>A known format that is not read here.</summary>
    FormatNotRead,

    /// <summary>A side too short or too long, or more pixels than are safe to decode.</summary>
    Dimensions,

    /// <summary>A document with more pages than are read.</summary>
    TooManyPages,

    /// <summary>A document locked with a password.</summary>
    Locked,
}

/// <summary>A file that is not read as a picture. The message is meant for the caller and holds nothing of the file.</summary>
sealed class PictureRefusedException(PictureRefusal refusal, string message) : Exception(message)
{
    public PictureRefusal Refusal { get; } = refusal;
}
