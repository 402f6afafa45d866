"""What each printed paper says: a provision and its mapping in, plain content (model/papers) out."""
