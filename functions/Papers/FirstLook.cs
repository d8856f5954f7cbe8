using Shouwang.Shared.Bills;
using Shouwang.Shared.Pictures;

namespace Shouwang.Functions.Papers;

/// <summary>What a first look at the photo shows (初看) goes before what can be guessed from badly read letters.</summary>
internal static class FirstLook
{
    public static PaperReading Advise(PaperReading reading, BinaryData picture) =>
        reading.Quality.Advice is not null && PictureAdvice.Of(PictureLook.Faults(picture)) is { } advice
            ? reading with { Quality = reading.Quality with { Advice = advice } }
            : reading;
}
