using Shouwang.Functions.Papers;
using Shouwang.Functions.Tests.Support;
using Shouwang.Shared.Bills;

namespace Shouwang.Functions.Tests.Papers;

/// <summary>Stands in for the recogniser: which page a photo shows stands behind the picture's end.</summary>
sealed class KnownPages : IRecognition
{
    static readonly List<RecognisedPage> s_pages = [];

    /// <summary>A real picture that is recognised as that page.</summary>
    public static byte[] Photo(RecognisedPage page)
    {
        lock (s_pages)
        {
            var known = s_pages.IndexOf(page);
            if (known < 0)
            {
                known = s_pages.Count;
                s_pages.Add(page);
            }

            return [.. File.ReadAllBytes(Repository.Path("samples/claim/fee-list.jpg")), (byte)known];
        }
    }

    public Task<Recognised> RecogniseAsync(BinaryData picture, CancellationToken stop)
    {
        lock (s_pages)
            return Task.FromResult(new Recognised([s_pages[picture.ToArray()[^1]]]));
    }
}
